package org.tessera.engine.profile;

import java.util.List;
import org.tessera.engine.data.Labels;

/**
 * The profile of a segmentation: how its segments differ from all customers, and by which columns.
 *
 * @param customers number of clustered customers, noise included
 * @param segments a profile per segment, in order; noise, if any, last
 * @param drivers the association of each column with the segments, by decreasing strength
 */
public record Profile(int customers, List<SegmentProfile> segments, List<Driver> drivers) {

    /** Copies the lists. */
    public Profile {
        segments = List.copyOf(segments);
        drivers = List.copyOf(drivers);
    }

    /**
     * The same profile of segments that are called otherwise.
     *
     * @param names a name per segment, without noise
     * @return the profile with these names, also in its descriptions
     */
    public Profile withNames(List<String> names) {
        List<SegmentProfile> named = segments.stream()
                .map(s -> s.label() == Labels.NOISE ? s : s.withName(names.get(s.label())))
                .toList();
        return new Profile(customers, named, drivers);
    }
}
