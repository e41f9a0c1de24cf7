package org.tessera.workbench.tests.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.array.ArrayWidget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.HorizontalLayout;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsPositiveDoubleValidation;
import org.tessera.workbench.ui.DialogStructure;

/** The dialog that parameters declare. */
final class DialogStructureTest {

    enum Start {
        @Label(value = "k-means++", description = "Far apart.")
        PLUS_PLUS,
        RANDOM_ROWS
    }

    interface StartReference extends ParameterReference<Start> {}

    static final class RandomRows implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(StartReference.class).isOneOf(Start.RANDOM_ROWS);
        }
    }

    static final class AtMostHundred extends MaxValidation {
        @Override
        protected double getMax() {
            return 100;
        }
    }

    interface Sections {
        @Section(title = "Second")
        @After(First.class)
        @Advanced
        interface Second {}

        @Section(title = "First", description = "To begin with.")
        interface First {
            @HorizontalLayout
            interface Row {}
        }
    }

    static final class Rule implements NodeParameters {
        @Widget(title = "Column", description = "Which column.")
        String m_column = "";
    }

    @Layout(Sections.Second.class)
    static final class Tuning implements NodeParameters {
        @Widget(title = "Tolerance", description = "When to stop.")
        @NumberInputWidget(minValidation = IsPositiveDoubleValidation.class)
        double m_tolerance = 1e-4;

        @Widget(title = "Seed", description = "Where random numbers begin.")
        @Effect(predicate = RandomRows.class, type = EffectType.SHOW)
        long m_seed = 1;
    }

    static final class Parameters implements NodeParameters {
        Tuning m_tuning = new Tuning();

        @Widget(title = "Segments", description = "How many.")
        @NumberInputWidget(minValidation = IsNonNegativeValidation.class, maxValidation = AtMostHundred.class)
        @Layout(Sections.First.class)
        int m_k = 5;

        @Widget(title = "Start", description = "Where centroids begin.")
        @ValueReference(StartReference.class)
        @Layout(Sections.First.Row.class)
        Start m_start = Start.PLUS_PLUS;

        @Widget(title = "By hand", description = "Whether to set the seed.")
        @Layout(Sections.First.Row.class)
        boolean m_byHand;

        @Widget(title = "Rules", description = "Some rules.")
        @ArrayWidget(elementTitle = "Rule")
        Rule[] m_rules = {};
    }

    @Test
    void describes_sections_options_bounds_choices_and_effects() {
        final DialogStructure dialog = DialogStructure.of(Parameters.class);
        assertEquals(List.of(), dialog.problems());
        assertEquals("""
                rules: Rules (Rule[])
                  rules/*/column: Column (String)
                SECTION First
                  k: Segments (int >= 0.0 <= 100.0)
                  HORIZONTAL
                    start: Start (Start: k-means++, Random rows)
                    byHand: By hand (boolean)
                SECTION Second [advanced]
                  tuning/tolerance: Tolerance (double > 0.0)
                  tuning/seed: Seed (long) [SHOW if StartReference is RANDOM_ROWS]
                """, dialog.describe());
    }

    static final class Incomplete implements NodeParameters {
        @Widget(title = "", description = "No title.")
        int m_untitled;

        @Widget(title = "Twice", description = " ")
        @Effect(predicate = RandomRows.class, type = EffectType.HIDE)
        int m_undescribed;

        @Widget(title = "Twice", description = "The same title.")
        int m_twice;

        @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
        int m_forgotten;

        @Widget(title = "Private", description = "Never stored.")
        private int m_private;

        final int m_final = 1;

        Start m_null;
    }

    @Test
    void names_what_is_missing() {
        final String problems =
                String.join("\n", DialogStructure.of(Incomplete.class).problems());
        assertTrue(problems.contains("'untitled' has no title"), problems);
        assertTrue(problems.contains("'undescribed' has no description"), problems);
        assertTrue(problems.contains("more than one option with the title 'Twice'"), problems);
        assertTrue(problems.contains("m_forgotten has annotations of an option but no @Widget"), problems);
        assertTrue(problems.contains("no field has this @ValueReference"), problems);
        assertTrue(problems.contains("m_private of " + Incomplete.class.getName() + " is private"), problems);
        assertTrue(problems.contains("m_final is final"), problems);
        assertTrue(problems.contains("m_null is null by default"), problems);
        assertEquals(0, new Incomplete().m_private);
    }

    static final class TwoRoots implements NodeParameters {
        @Widget(title = "Here", description = "In this class.")
        @Layout(Sections.First.class)
        int m_here;

        @Widget(title = "There", description = "In another one.")
        @Layout(ElsewhereSection.class)
        int m_there;
    }

    @Test
    void names_layouts_that_knime_refuses() {
        final String problems =
                String.join("\n", DialogStructure.of(TwoRoots.class).problems());
        assertTrue(problems.contains("more than one root"), problems);
    }

    @Test
    void reads_the_dialog_of_a_node() {
        final DialogStructure dialog = DialogStructure.of(new ZooNodeFactory()).orElseThrow();
        assertEquals(List.of(), dialog.problems());
        assertTrue(dialog.describe().contains("advanced/restarts: Restarts"), dialog.describe());
    }
}
