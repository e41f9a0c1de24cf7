package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The way to a node of a tree: per column that was asked on it, the codes of the rows that reach the node. Immutable. */
final class TreePath {

    private final List<RuleTerms> terms;
    /** Per column by its index, and per code plus one, whether it is on the way. */
    private final SortedMap<Integer, boolean[]> accepted;

    private TreePath(List<RuleTerms> terms, SortedMap<Integer, boolean[]> accepted) {
        this.terms = terms;
        this.accepted = accepted;
    }

    /** The way to the root. */
    static TreePath root(List<RuleTerms> terms) {
        return new TreePath(terms, Collections.emptySortedMap());
    }

    /** The way on, to one side of a split. */
    TreePath to(TreeSplit split, boolean left) {
        SortedMap<Integer, boolean[]> next = new TreeMap<>(accepted);
        boolean[] before = accepted.get(split.column());
        boolean[] codes = new boolean[split.left().length];
        for (int code = 0; code < codes.length; code++) {
            codes[code] = split.left()[code] == left && (before == null || before[code]);
        }
        next.put(split.column(), codes);
        return new TreePath(terms, next);
    }

    /** Whether a row of the table reaches the node. */
    boolean holds(int row) {
        return accepted.entrySet().stream()
                .allMatch(e -> e.getValue()[terms.get(e.getKey()).code(row) + 1]);
    }

    /** The conditions in words, in the order of the columns. */
    List<String> texts() {
        return accepted.entrySet().stream()
                .map(e -> text(e.getKey(), terms.get(e.getKey()), e.getValue()))
                .toList();
    }

    private static String text(int column, RuleTerms terms, boolean[] codes) {
        List<Integer> known = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        IntStream.range(0, terms.size()).forEach(code -> (codes[code + 1] ? known : others).add(code));
        boolean rest = codes[terms.size() + 1];
        boolean missing = codes[0];
        if (known.isEmpty() && !rest) {
            return RuleCondition.missing(column, terms, true).condition().toString();
        }
        if (others.isEmpty() && (rest || !terms.numeric() && !terms.hasOthers())) {
            return RuleCondition.missing(column, terms, false).condition().toString();
        }
        RuleCondition condition;
        if (terms.numeric()) {
            int from = known.isEmpty() ? terms.size() : known.get(0);
            int to = rest ? terms.size() + 1 : known.get(known.size() - 1) + 1;
            condition = RuleCondition.range(column, terms, from, to);
        } else {
            boolean positive = terms.hasOthers() ? !rest : known.size() <= others.size();
            condition = RuleCondition.levels(column, terms, positive ? known : others, positive);
        }
        boolean withMissing = missing && terms.hasMissing();
        return (withMissing ? condition.withMissing() : condition).condition().toString();
    }
}
