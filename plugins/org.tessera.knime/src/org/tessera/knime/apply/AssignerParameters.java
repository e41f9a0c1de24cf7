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
import org.tessera.knime.kit.Settings;

/** Options of the Segment Assigner. The field names are stored in workflows and never change. */
@LoadDefaultsForAbsentFields
final class AssignerParameters implements NodeParameters {

    static final String SEGMENT_COLUMN = "Segment column";

    @Section(title = "Output")
    interface Output {}

    @Section(title = "Customers unlike those of training")
    @After(Output.class)
    interface Unlike {}

    enum SegmentName {
        @Label(value = "As in the model", description = "The name that the segment column had in training.")
        MODEL,
        @Label(
                value = "Own name",
                description = "A name of your choice, for when the table already has a column of the model's name.")
        OWN
    }

    enum Unseen {
        @Label(
                value = "Assign",
                description = "The customer gets a segment; the category counts as \"(other)\" where the Preprocessor"
                        + " made that category, otherwise as none of the categories. The node's warning names the columns"
                        + " and categories.")
        ASSIGN,
        @Label(
                value = "Leave segment missing",
                description = "The customer gets no segment. For when a wrong segment costs more than none.")
        LEAVE_MISSING,
        @Label(
                value = "Fail",
                description = "The node stops and names the column and the category. For when new categories must"
                        + " never go unnoticed.")
        FAIL
    }

    enum OutOfRange {
        @Label(
                value = "Flag",
                description = "The customer gets a segment, and an appended column says which numbers are beyond those"
                        + " of training. The node's warning names the columns.")
        FLAG,
        @Label(
                value = "Leave segment missing",
                description = "The customer gets no segment; the appended column says why.")
        LEAVE_MISSING,
        @Label(value = "Ignore", description = "The customer gets a segment; nothing is said.")
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
            description = "How the appended column with the segments is called. Take a name of your own if the"
                    + " table already has a column of that name. Default: As in the model.")
    @ValueSwitchWidget
    @ValueReference(SegmentNameRef.class)
    SegmentName m_segmentName = SegmentName.MODEL;

    @Layout(Output.class)
    @Widget(
            title = SEGMENT_COLUMN,
            description = "The name of the appended column: a text that no column of the table has. Change it to"
                    + " keep several assignments side by side. Default: Segment.")
    @Effect(predicate = IsOwnName.class, type = EffectType.SHOW)
    String m_segmentColumn = "Segment";

    @Layout(Output.class)
    @Widget(
            title = "Append confidence",
            description = "Appends how clear each customer's segment is, from 0 (as near to the next segment) to 1."
                    + " For a Gaussian Mixture it is the probability of the segment; otherwise 1 - a / b for"
                    + " the distances a to the customer's segment and b to the next. Turn it off for a table"
                    + " with the segment only. Default: on.")
    boolean m_confidence = true;

    @Layout(Output.class)
    @Widget(
            title = "Append runner-up",
            description = "Appends the next best segment of each customer, which is where a customer of low"
                    + " confidence may belong as well. Missing where there is none. Turn it off for a table"
                    + " with the segment only. Default: on.")
    boolean m_runnerUp = true;

    @Layout(Output.class)
    @Widget(
            title = "Append prepared features",
            description = "Appends the features that the model's preparation makes of these customers, as the"
                    + " Segmentation Preprocessor does. Turn it on to draw or score the new customers in a"
                    + " Segment View or Segmentation Scorer. Without effect for a model without a preparation,"
                    + " whose features are the table's own columns. Default: off.")
    boolean m_features;

    @Layout(Unlike.class)
    @Widget(
            title = "Unseen categories",
            description = "What happens to customers with a category that training did not have, in a column that"
                    + " the model's preparation takes. A missing category is one of them if training had none"
                    + " missing. Change it where a wrong segment costs more than none. Without effect for a"
                    + " model without a preparation. Default: Assign.")
    @ValueSwitchWidget
    Unseen m_unseen = Unseen.ASSIGN;

    @Layout(Unlike.class)
    @Widget(
            title = "Numbers out of range",
            description = "What happens to customers with a number below the smallest or above the largest of"
                    + " training, in a column that the model's preparation takes: the segment is the nearest"
                    + " one, but nobody like that customer was there when the segments were made. Change it"
                    + " where a wrong segment costs more than none, or where the column is in the way. Without"
                    + " effect for a model without a preparation, which does not know the ranges. Default:"
                    + " Flag.")
    @ValueSwitchWidget
    OutOfRange m_outOfRange = OutOfRange.FLAG;

    @Override
    public void validate() throws InvalidSettingsException {
        Settings.requireName(SEGMENT_COLUMN, m_segmentColumn);
    }
}
