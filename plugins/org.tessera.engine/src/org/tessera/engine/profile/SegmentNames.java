package org.tessera.engine.profile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tessera.engine.data.Labels;
import org.tessera.engine.model.SegmentationModel;

/** Decides what the segments of a model are called. */
public final class SegmentNames {

    private SegmentNames() {}

    /**
     * The names: those that are given, else those that the model has, else those suggested by the profile.
     *
     * @param model the model
     * @param profile a profile of its segments
     * @param given different names by label
     * @return a name per segment, all different; one that equals a given name gets a number
     */
    public static List<String> decide(SegmentationModel model, Profile profile, Map<Integer, String> given) {
        boolean named = model.labels().hasNames();
        Set<String> taken = new HashSet<>();
        given.values().forEach(name -> taken.add(key(name)));
        List<String> names = new ArrayList<>();
        for (int s = 0; s < model.labels().segments(); s++) {
            if (given.containsKey(s)) {
                names.add(given.get(s));
                continue;
            }
            String wanted = named ? model.labels().nameOf(s) : suggested(profile, s);
            String name = wanted;
            for (int n = 2; !taken.add(key(name)); n++) {
                name = wanted + " " + n;
            }
            names.add(name);
        }
        return names;
    }

    private static String suggested(Profile profile, int label) {
        return profile.segments().stream()
                .filter(s -> s.label() == label)
                .map(SegmentProfile::suggestedName)
                .findFirst()
                .orElse(Labels.name(label));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
