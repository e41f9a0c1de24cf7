package org.tessera.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FreeNamesTest {

    @Test
    void numbers_a_name_until_it_is_free() {
        Set<String> taken = new HashSet<>(Set.of("Segment", "Segment (#2)"));
        assertEquals("Share", FreeNames.take("Share", taken));
        assertEquals("Segment (#1)", FreeNames.take("Segment", taken));
        assertEquals("Segment (#3)", FreeNames.take("Segment", taken));
        assertEquals("Share (#1)", FreeNames.take("Share", taken));
    }
}
