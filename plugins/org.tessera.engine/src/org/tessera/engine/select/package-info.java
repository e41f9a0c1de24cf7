/** The choice among segmentations: metric, guards and a leaderboard with reasons. */
package org.tessera.engine.select;
