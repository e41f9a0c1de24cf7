package org.tessera.knime.input;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.tessera.knime.kit.Snapshots;

/** Every bad input has its message, kept word by word; none is a stack trace, a riddle or bad English. */
class BadInputTest {

    private static final Map<String, BadInput.Shown> SHOWN = new ConcurrentHashMap<>();

    static Stream<BadInput> cases() {
        return Stream.of(BadTables.all(), BadModels.all(), BadLimits.all(), BadSearches.all(), BadReports.all())
                .flatMap(s -> s);
    }

    private static BadInput.Shown shown(BadInput input) throws InvalidSettingsException {
        BadInput.Shown known = SHOWN.get(input.toString());
        if (known == null) {
            known = input.shown();
            SHOWN.put(input.toString(), known);
        }
        return known;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_message_is_in_sentences_for_people(BadInput input) throws InvalidSettingsException {
        BadInput.Shown shown = shown(input);
        String all = shown.message().toStringWithDetails();
        for (String riddle : List.of("Exception", "null", "Execute failed", "Configure failed", "Index", "NaN")) {
            assertFalse(all.contains(riddle), all);
        }
        assertFalse(all.matches("(?s).*\\b1 (rows|columns|segments|customers|components|iterations)\\b.*"), all);
        assertFalse(shown.summary().contains("..") || shown.summary().contains(" ."), all);
        if (shown.outcome().equals("ran") && shown.summary().isEmpty()) {
            return;
        }
        assertTrue(shown.summary().endsWith("."), all);
        int most = shown.outcome().equals("ran") ? 700 : 200;
        assertTrue(shown.summary().length() > 20 && shown.summary().length() < most, all);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_node_that_does_not_get_through_says_what_can_be_done(BadInput input) throws InvalidSettingsException {
        BadInput.Shown shown = shown(input);
        if (shown.outcome().equals("ran")) {
            return;
        }
        assertFalse(shown.resolutions().isEmpty(), shown::summary);
        shown.resolutions().forEach(resolution -> {
            assertTrue(resolution.matches("(?s)\\p{Lu}.*[^.]\\."), resolution);
            assertFalse(shown.summary().contains(resolution), "said twice: " + resolution);
        });
    }

    @Test
    void all_messages_are_those_of_the_table() throws InvalidSettingsException {
        StringBuilder table = new StringBuilder(
                "| node | input | outcome | summary | details | resolutions |\n|---|---|---|---|---|---|\n");
        for (BadInput input : cases().toList()) {
            BadInput.Shown shown = shown(input);
            table.append("| ").append(input.toString().replace(": ", " | "));
            table.append(" | ").append(shown.outcome()).append(" | ").append(shown.summary());
            table.append(" | ").append(inCell(shown.details()));
            table.append(" | ")
                    .append(inCell(String.join("\n", shown.resolutions())))
                    .append(" |\n");
        }
        Snapshots.check("bad-input.md", table.toString());
    }

    private static String inCell(String text) {
        return text.strip().replace("|", "\\|").replace("\n", "<br>");
    }
}
