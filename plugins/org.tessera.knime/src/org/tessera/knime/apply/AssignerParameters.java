package org.tessera.knime.apply;

import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.Label;
import org.knime.node.parameters.widget.choices.ValueSwitchWidget;
import org.tessera.knime.kit.KeepFeatures;
import org.tessera.knime.kit.Settings;
import org.tessera.knime.why.WhyChoice;

/** Options of the Segment Assigner. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class AssignerParameters implements NodeParameters {

    static final String SEGMENT_COLUMN = "Segment column";

    @Section(title = "Output")
    interface Output {}

    @Section(title = "Customers outside the training data")
    @After(Output.class)
    interface Novel {}

    enum SegmentName {
        @Label(value = "As in the model", description = "The name of the segment column in training.")
        MODEL,
        @Label(
                value = "Own name",
                description = "The name given below, for tables that already have a column of the model's name.")
        OWN
    }

    enum Unseen {
        @Label(
                value = "Assign",
                description = "The customer gets a segment; the category counts as \"(other)\" where the Preprocessor"
                        + " created that category, otherwise as none of the categories. A warning names the columns and"
                        + " categories.")
        ASSIGN,
        @Label(
                value = "Leave segment missing",
                description = "The customer gets no segment, for cases where a wrong segment costs more than none.")
        LEAVE_MISSING,
        @Label(
                value = "Fail",
                description =
                        "The node fails and names the column and the category, for cases where new categories must"
                                + " not go unnoticed.")
        FAIL
    }

    enum OutOfRange {
        @Label(
                value = "Flag",
                description =
                        "The customer gets a segment, and an appended column lists the numbers outside the range of"
                                + " training. A warning names the columns.")
        FLAG,
        @Label(
                value = "Leave segment missing",
                description = "The customer gets no segment; the appended column states the reason.")
        LEAVE_MISSING,
        @Label(value = "Ignore", description = "The customer gets a segment, without a column or a warning.")
        IGNORE
    }

    static final class SegmentNameRef implements ParameterReference<SegmentName> {}

    static final class IsOwnName implements EffectPredicateProvider {
        @Override
        public EffectPredicate init(PredicateInitializer i) {
            return i.getEnum(SegmentNameRef.class).isOneOf(SegmentName.OWN);
        }
    }

    @Layout(Output.class)
    @Widget(
            title = "Name of the segment column",
            description = "The name of the appended segment column. Choose a name of your own if the table already has"
                    + " a column of the model's name. Default: As in the model.")
    @ValueSwitchWidget
    @ValueReference(SegmentNameRef.class)
    SegmentName m_segmentName = SegmentName.MODEL;

    @Layout(Output.class)
    @Widget(
            title = SEGMENT_COLUMN,
            description =
                    "The name of the appended column, which must not occur in the table. Choose different names to"
                            + " keep several assignments side by side. Default: Segment.")
    @Effect(predicate = IsOwnName.class, type = EffectType.SHOW)
    String m_segmentColumn = "Segment";

    @Layout(Output.class)
    @Widget(
            title = "Append confidence",
            description =
                    "Appends the confidence of each customer's segment, from 0 (the next segment fits as well) to 1:"
                            + " 1 - a / b for the distances a to the customer's segment and b to the next. For a Gaussian"
                            + " mixture it is the probability of the segment, of which 0.8 means that about 8 of 10 such"
                            + " customers belong to it. Turn it off when only the segment is needed. Default: on.")
    boolean m_appendConfidence = true;

    @Layout(Output.class)
    @Widget(
            title = "Append runner-up",
            description =
                    "Appends the second-best segment of each customer, to which a customer with low confidence may"
                            + " belong as well; for noise the nearest segment; missing where there is only one. Turn it off when only the segment is needed."
                            + " Default: on.")
    boolean m_appendRunnerUp = true;

    @Layout(Output.class)
    @Widget(title = WhyChoice.TITLE, description = WhyChoice.DESCRIPTION + " Default: No.")
    @ValueSwitchWidget
    WhyChoice m_why = WhyChoice.NONE;

    @Layout(Output.class)
    @Widget(
            title = "Append prepared features",
            description = "Appends the features that the model's preparation computes for these customers, as the"
                    + " Segmentation Preprocessor does, for nodes that are not Tessera's: Segment View, Profiler and"
                    + " Scorer make them by themselves. It has no effect for a model without a preparation, whose"
                    + " features are columns of the table. Default: off.")
    boolean m_appendFeatures;

    @Layout(Output.class)
    @Widget(title = KeepFeatures.TITLE, description = KeepFeatures.DESCRIPTION, advanced = true)
    boolean m_keepFeatures;

    @Layout(Novel.class)
    @Widget(
            title = "Unseen categories",
            description = "How customers are treated that have a category not seen in training, in a column that the"
                    + " model's preparation uses. A missing category counts as unseen if none was missing in"
                    + " training. Change it where a wrong segment costs more than none. It has no effect for a model"
                    + " without a preparation. Default: Assign.")
    @ValueSwitchWidget
    Unseen m_unseen = Unseen.ASSIGN;

    @Layout(Novel.class)
    @Widget(
            title = "Numbers out of range",
            description =
                    "How customers are treated that have a number below the minimum or above the maximum of training,"
                            + " in a column that the model's preparation uses: they get the nearest segment, although no"
                            + " such customer took part in the clustering. Change it where a wrong segment costs more than"
                            + " none, or where the appended column is not wanted. It has no effect for a model without a"
                            + " preparation, which does not know the ranges. Default: Flag.")
    @ValueSwitchWidget
    OutOfRange m_outOfRange = OutOfRange.FLAG;

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.requireName(SEGMENT_COLUMN, m_segmentColumn);
    }
}
