package org.tessera.engine.profile;

import java.util.List;

/**
 * What distinguishes the segments of a segmentation.
 *
 * @param customers number of clustered customers, noise included
 * @param segments the segments in order; noise, if any, is the last
 * @param drivers a driver per column, the strongest first
 */
public record Profile(int customers, List<SegmentProfile> segments, List<Driver> drivers) {

    /** Copies the lists. */
    public Profile {
        segments = List.copyOf(segments);
        drivers = List.copyOf(drivers);
    }
}
