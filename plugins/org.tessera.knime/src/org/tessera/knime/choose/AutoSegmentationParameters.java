package org.tessera.knime.choose;

import java.util.Arrays;
import java.util.List;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.Before;
import org.knime.node.parameters.layout.Inside;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;
import org.knime.node.parameters.widget.choices.filter.TwinlistWidget;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;
import org.knime.node.parameters.widget.choices.util.CompatibleColumnsProvider.DoubleColumnsProvider;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;
import org.tessera.engine.catalog.Algorithms;
import org.tessera.engine.choose.sweep.SweepOptions;
import org.tessera.engine.choose.verdict.Verdict;
import org.tessera.engine.choose.verdict.VerdictOptions;
import org.tessera.engine.cluster.Algorithm;
import org.tessera.knime.cluster.TrainingSpec;
import org.tessera.knime.kit.Failures;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.select.SelectionParameters;

/**
 * Options of the Auto Segmentation node: what is searched, in addition to those of the Selector, which say how the best is
 * chosen. The field names are stored in workflows and never change.
 */
@LoadDefaultsForAbsentFields
final class AutoSegmentationParameters extends SelectionParameters {

    private static final String NULL_SAMPLES = "Tables without segments";

    @Section(title = "Features")
    @Inside(SelectionParameters.class)
    @Before(SearchSection.class)
    interface FeaturesSection {}

    @Section(title = "Search")
    @Inside(SelectionParameters.class)
    @Before(SelectionParameters.SelectionSection.class)
    interface SearchSection {}

    static final class AlgorithmChoices implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(NodeParametersInput input) {
            return Algorithms.ALL.stream()
                    .map(algorithm -> new StringChoice(algorithm.id(), algorithm.title()))
                    .toList();
        }
    }

    static final class MinSegments extends MinValidation {
        @Override
        protected double getMin() {
            return SweepOptions.MIN_SEGMENTS;
        }
    }

    static final class MaxSegments extends MaxValidation {
        @Override
        protected double getMax() {
            return SweepOptions.MAX_SEGMENTS;
        }
    }

    static final class MinSeconds extends MinValidation {
        @Override
        protected double getMin() {
            return 1;
        }
    }

    static final class MinSampleRows extends MinValidation {
        @Override
        protected double getMin() {
            return SweepOptions.MIN_SAMPLE_ROWS;
        }
    }

    static final class MinNullSamples extends MinValidation {
        @Override
        protected double getMin() {
            return VerdictOptions.MIN_NULL_SAMPLES;
        }
    }

    static final class MaxNullSamples extends MaxValidation {
        @Override
        protected double getMax() {
            return VerdictOptions.MAX_NULL_SAMPLES;
        }
    }

    @Layout(FeaturesSection.class)
    @Widget(
            title = "Features",
            description = "The numeric columns by which customers are compared. Columns with large values dominate the"
                    + " others: scale them first, for example with the Segmentation Preprocessor. A connected"
                    + " Preparation brings its own features; this option is then hidden and ignored. Default:"
                    + " all numeric columns.")
    @ChoicesProvider(DoubleColumnsProvider.class)
    @Effect(predicate = TrainingSpec.NoPreparation.class, type = EffectType.SHOW)
    ColumnFilter m_features = new ColumnFilter().withIncludeUnknownColumns();

    @Layout(SearchSection.class)
    @Widget(
            title = "Algorithms",
            description = "The algorithms that are tried, at least one, with the default options of their nodes:"
                    + " K-Means, Hierarchical with Ward's linkage and Gaussian Mixture with every number of segments,"
                    + " DBSCAN with several radii. Leave out those whose segments you could not use, such as DBSCAN"
                    + " if no customer may be noise. Default: K-Means, Hierarchical, DBSCAN,"
                    + " Gaussian Mixture.")
    @ChoicesProvider(AlgorithmChoices.class)
    @TwinlistWidget
    String[] m_algorithms = SweepOptions.ALGORITHMS.toArray(String[]::new);

    @Layout(SearchSection.class)
    @Widget(
            title = SweepOptions.FEWEST_OPTION,
            description = "The smallest number of segments that is tried, from 2 to 50. Default: 2.")
    @NumberInputWidget(minValidation = MinSegments.class, maxValidation = MaxSegments.class)
    int m_fewestSegments = SweepOptions.MIN_SEGMENTS;

    @Layout(SearchSection.class)
    @Widget(
            title = SweepOptions.MOST_OPTION,
            description = "The largest number of segments that is tried, from 2 to 50 and not below the smallest. Lower"
                    + " it to the number that somebody can act on. Default: 10.")
    @NumberInputWidget(minValidation = MinSegments.class, maxValidation = MaxSegments.class)
    int m_mostSegments = 10;

    @Layout(SearchSection.class)
    @Widget(
            title = SweepOptions.BUDGET_OPTION,
            description =
                    "The time that search and verdict may take, at least 1 second. What is tried is decided before, by"
                            + " estimates for two cores, so that the same settings give the same result on every computer; a"
                            + " warning names what was left out. The time of the verdict is part of it. Default: 120.")
    @NumberInputWidget(minValidation = MinSeconds.class)
    int m_timeBudget = (int) SweepOptions.SECONDS;

    @Layout(SearchSection.class)
    @Widget(
            title = "End by the clock",
            description = "Tries one candidate after the other until the time is over, whatever the estimates say."
                    + " Another run may then try more or less and choose another segmentation. Turn it on for a first"
                    + " look only. Default: off.",
            advanced = true)
    boolean m_endByTheClock;

    @Layout(SearchSection.class)
    @Widget(
            title = SweepOptions.SAMPLE_OPTION,
            description = "With more customers than this, at least 500, the search looks at a sample of so many, evenly"
                    + " spread over their values; the best segmentation is then fitted to all customers, or extended"
                    + " to them by its model if that would exceed the time budget, and a warning says which. Raise it"
                    + " when small segments matter. Default: 10,000.",
            advanced = true)
    @NumberInputWidget(minValidation = MinSampleRows.class)
    int m_sampleRows = SweepOptions.SAMPLE_ROWS;

    @Layout(SearchSection.class)
    @Widget(
            title = "Measure stability",
            description = "Segments parts of the customers with every candidate, too, and tables without segments, to"
                    + " see how far it finds the same segments again. Turn it off for a quick look: it takes most of the"
                    + " time. Default: on.")
    boolean m_stability = true;

    @Layout(SearchSection.class)
    @Widget(
            title = NULL_SAMPLES,
            description = "The number of random tables with the same distributions and correlations, but without"
                    + " segments, that the verdict compares the customers with, from 39 to 999. The time of the"
                    + " verdict grows with it. Raise it when the verdict is close. Default: 99.",
            advanced = true)
    @NumberInputWidget(minValidation = MinNullSamples.class, maxValidation = MaxNullSamples.class)
    int m_nullSamples = VerdictOptions.defaults().nullSamples();

    @Layout(SearchSection.class)
    @Widget(
            title = "Seed",
            description = "The seed of the random numbers, any whole number. The same seed gives the same result, for"
                    + " any order of the rows and any number of threads. Default: 1.",
            advanced = true)
    long m_seed = 1;

    AutoSegmentationParameters() {}

    AutoSegmentationParameters(NodeParametersInput input) {
        m_features =
                new ColumnFilter(ColumnSelectionUtil.getDoubleColumnsOfFirstPort(input)).withIncludeUnknownColumns();
    }

    @Override
    public void validate() throws InvalidSettingsException {
        super.validate();
        Settings.someOf(
                "Algorithms",
                m_algorithms,
                Algorithms.ALL.stream().map(Algorithm::id).toList());
        Settings.inRange(
                SweepOptions.FEWEST_OPTION, m_fewestSegments, SweepOptions.MIN_SEGMENTS, SweepOptions.MAX_SEGMENTS);
        Settings.inRange(
                SweepOptions.MOST_OPTION, m_mostSegments, SweepOptions.MIN_SEGMENTS, SweepOptions.MAX_SEGMENTS);
        Settings.inRange(SweepOptions.BUDGET_OPTION, m_timeBudget, 1, Integer.MAX_VALUE);
        Settings.inRange(SweepOptions.SAMPLE_OPTION, m_sampleRows, SweepOptions.MIN_SAMPLE_ROWS, Integer.MAX_VALUE);
        Settings.inRange(NULL_SAMPLES, m_nullSamples, VerdictOptions.MIN_NULL_SAMPLES, VerdictOptions.MAX_NULL_SAMPLES);
    }

    /** Checks options that depend on each other, each of which can be changed in the dialog. */
    void requireRange() throws InvalidSettingsException {
        if (m_fewestSegments > m_mostSegments) {
            throw Failures.refusal(
                    "Option '" + SweepOptions.FEWEST_OPTION + "' is " + m_fewestSegments + ", but '"
                            + SweepOptions.MOST_OPTION + "' is " + m_mostSegments,
                    "lower '" + SweepOptions.FEWEST_OPTION + "' to " + m_mostSegments + " or less",
                    "raise '" + SweepOptions.MOST_OPTION + "'");
        }
    }

    /** What is searched among so many rows and features, in the time that the verdict leaves. */
    SweepOptions toSweepOptions(int rows, int features) {
        return new SweepOptions(
                Arrays.asList(m_algorithms),
                m_fewestSegments,
                m_mostSegments,
                m_timeBudget,
                Verdict.seconds(rows, features, toVerdictOptions(), SweepOptions.THREADS),
                m_endByTheClock,
                m_sampleRows,
                m_stability,
                toOptions());
    }

    /** What the verdict compares with: as many rows as the search looks at. */
    VerdictOptions toVerdictOptions() {
        return VerdictOptions.defaults().withNullSamples(m_nullSamples).withMaxRows(m_sampleRows);
    }
}
