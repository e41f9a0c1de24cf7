package org.tessera.engine.choose.stability;

/**
 * What an algorithm reaches on tables without segments: stability that is no better says nothing about segments.
 *
 * @param jaccard mean Jaccard index of all segments of all tables, 0 to 1; NaN if there is none
 * @param worst mean over tables of the least Jaccard index of a segment, 0 to 1; NaN if there is none
 * @param adjustedRand mean adjusted Rand index of halves; NaN if there is none
 * @param tables number of tables in which the algorithm found segments
 */
public record Baseline(double jaccard, double worst, double adjustedRand, int tables) {}
