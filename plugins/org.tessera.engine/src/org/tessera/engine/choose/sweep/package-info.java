/**
 * The search over algorithms and numbers of segments: a plan that a time budget limits by estimates, the trials, their
 * curves and leaderboard, and the best one on all rows.
 */
package org.tessera.engine.choose.sweep;
