package org.tessera.weka;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The tree of Weka's HierarchicalClusterer, parsed from the Newick format that it prints, {@code
 * Newick:((0.0:1,1.0:1):2,2.0:3)}. Leaves are numbered from 0 to n - 1, inner nodes from n on, children before parents.
 * Weka prints branch lengths to five digits, which only serve as a check.
 *
 * @param first first child of each inner node: a leaf below n, or an inner node
 * @param second second child of each inner node
 * @param heights Weka's height of each inner node, the sum of the lengths along its first children, to five digits
 */
record Newick(int[] first, int[] second, double[] heights) {

    private static final String PREFIX = "Newick:";

    /**
     * Parses a tree.
     *
     * @param text Weka's text, with the numbers of the rows as names
     * @param n number of leaves
     * @return the tree
     * @throws IllegalStateException if the text is no such tree
     */
    static Newick parse(String text, int n) {
        if (!text.startsWith(PREFIX)) {
            throw new IllegalStateException("Weka's tree does not begin with " + PREFIX + ": " + head(text));
        }
        int[] first = new int[n - 1];
        int[] second = new int[n - 1];
        double[] heights = new double[n - 1];
        int count = 0;
        Deque<List<double[]>> open = new ArrayDeque<>();
        int at = PREFIX.length();
        int node = -1;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '(') {
                open.push(new ArrayList<>());
                at++;
            } else if (c == ',') {
                at++;
            } else if (c == ')') {
                List<double[]> children = open.pop();
                first[count] = (int) children.get(0)[0];
                second[count] = (int) children.get(1)[0];
                double below = first[count] < n ? 0 : heights[first[count] - n];
                heights[count] = below + children.get(0)[1];
                node = n + count++;
                at++;
            } else {
                int end = end(text, at);
                String item = text.substring(at, end);
                int colon = item.indexOf(':');
                if (colon < 0 || open.isEmpty()) {
                    throw new IllegalStateException("Weka's tree cannot be read: " + head(text));
                }
                int child = colon == 0 ? node : (int) Double.parseDouble(item.substring(0, colon));
                open.element().add(new double[] {child, Double.parseDouble(item.substring(colon + 1))});
                at = end;
            }
        }
        if (count != n - 1) {
            throw new IllegalStateException("Weka's tree has " + count + " merges of " + n + " rows: " + head(text));
        }
        return new Newick(first, second, heights);
    }

    private static int end(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != ',' && text.charAt(end) != ')') {
            end++;
        }
        return end;
    }

    private static String head(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
