package org.tessera.engine.cluster.hierarchical;

import org.tessera.engine.distance.Distance;
import org.tessera.engine.distance.ReducedDistances;

/**
 * CancellationCheck for the point that is nearest to another by Ward's cost, 2 a b / (a + b) times the squared distance of points
 * that stand for a and b rows. The box of a tile and its lowest weight bound the costs to its points from below. One per
 * thread.
 */
final class WardSearch {

    /** Takes off more than rounding can add to a bound. */
    private static final double SLACK = 1 - 1e-12;

    private final PointTiles points;
    private final double[] point;
    private final double[] squares = new double[PointTiles.TILE];
    private final double[] bounds;
    private double weight;
    private int self;
    private int nearest;
    private double cost;

    WardSearch(PointTiles points) {
        this.points = points;
        point = new double[points.d];
        bounds = new double[points.tiles()];
    }

    /** @return the slot found, of equal costs the one with the lowest name */
    int nearest() {
        return nearest;
    }

    /** @return its cost */
    double cost() {
        return cost;
    }

    /** Finds the nearest other point of the one in a slot; there must be one. */
    void run(int slot) {
        self = slot;
        weight = points.weights[slot];
        nearest = -1;
        cost = Double.POSITIVE_INFINITY;
        points.copy(slot, point);
        bound();
        int own = slot / PointTiles.TILE;
        visit(own);
        int first = -1;
        for (int tile = 0; tile < bounds.length; tile++) {
            if (tile != own && (first < 0 || bounds[tile] < bounds[first])) {
                first = tile;
            }
        }
        if (first >= 0 && bounds[first] <= cost) {
            visit(first);
            for (int tile = 0; tile < bounds.length; tile++) {
                if (bounds[tile] <= cost) {
                    visit(tile);
                }
            }
        }
    }

    /** Scans a tile, which is not visited again. */
    private void visit(int tile) {
        scan(tile);
        bounds[tile] = Double.NaN;
    }

    private double factor(double other) {
        return 2 * weight * other / (weight + other);
    }

    /** Lower bounds of the costs to the points of every tile. */
    private void bound() {
        BoundingBoxDistances.fill(Distance.EUCLIDEAN, points.low, points.high, point, bounds);
        for (int tile = 0; tile < bounds.length; tile++) {
            bounds[tile] *= factor(points.lightest[tile]) * SLACK;
        }
    }

    private void scan(int tile) {
        ReducedDistances.fill(Distance.EUCLIDEAN, points.tile(tile), point, 0, squares, PointTiles.TILE);
        double least = factor(points.lightest[tile]) * SLACK;
        double limit = cost / least;
        int start = tile * PointTiles.TILE;
        int size = points.size(tile);
        for (int t = 0; t < size; t++) {
            if (squares[t] > limit || start + t == self) {
                continue;
            }
            double found = squares[t] * factor(points.weights[start + t]);
            if (isNearer(found, start + t)) {
                cost = found;
                nearest = start + t;
                limit = cost / least;
            }
        }
    }

    private boolean isNearer(double found, int slot) {
        if (nearest < 0 || found < cost) {
            return true;
        }
        return !(found > cost) && points.names[slot] < points.names[nearest];
    }
}
