package org.tessera.knime.apply;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.apply.Assignment;
import org.tessera.engine.apply.SegmentShares;
import org.tessera.engine.apply.drift.Drift;
import org.tessera.engine.apply.drift.DriftCounts;
import org.tessera.engine.data.Labels;
import org.tessera.engine.data.Numbers;
import org.tessera.engine.model.CentroidModel;
import org.tessera.engine.model.Fingerprint;
import org.tessera.engine.model.SegmentationModel;
import org.tessera.engine.model.TreeModel;
import org.tessera.engine.prep.PreparedRows;
import org.tessera.engine.run.RunContext;
import org.tessera.knime.apply.AssignerParameters.Unseen;
import org.tessera.knime.kit.NodeTexts;
import org.tessera.knime.kit.PreparedFeatures;
import org.tessera.knime.kit.SegmentColumn;

/** What is said of all new customers, added up over blocks of them. Memory does not grow with their number. */
final class AssignerTally {

    private final SegmentationModel model;
    private final AssignerParameters parameters;
    private final long[] customers;
    private final DriftCounts drift;
    private final NoveltySums novelties;
    private final Fingerprint fingerprint;
    private final List<Integer> unknownFirst = new ArrayList<>();
    private int unknown;
    private long rows;
    private long assigned;
    private long unchanged;
    private long none;
    private long leftOut;

    AssignerTally(SegmentationModel model, AssignerParameters parameters) {
        this.model = model;
        this.parameters = parameters;
        customers = new long[SegmentColumn.names(model).size()];
        drift = new DriftCounts(model.baseline());
        novelties =
                new NoveltySums(model.preparation().map(p -> p.sourceColumns()).orElse(List.of()));
        fingerprint = new Fingerprint(model.labels().size(), model.features().size());
    }

    /** Adds a block. */
    void add(NewCustomers block, Assignment assignment, RunContext run) {
        int k = model.labels().segments();
        for (int s = 0; s < customers.length; s++) {
            customers[s] += assignment.count(s < k ? s : Labels.NOISE);
        }
        none += assignment.none();
        drift.add(block.own(), run);
        if (assigned + assignment.segments().length <= model.labels().size()) {
            fingerprint.add(block.features().matrix(), run);
            for (int i = 0; i < assignment.segments().length; i++) {
                unchanged += model.labels().at((int) assigned + i) == assignment.segments()[i] ? 1 : 0;
            }
        }
        assigned += assignment.segments().length;
        block.prepared().ifPresent(this::add);
        rows += block.features().tableRows();
    }

    private void add(PreparedFeatures prepared) {
        int count = prepared.all().rows();
        novelties.add(prepared.novelties(), count);
        leftOut += prepared.leftOut();
        unknown += prepared.unknown().count();
        for (int row : prepared.unknown().first()) {
            if (unknownFirst.size() < PreparedRows.Unknown.MAX_FIRST) {
                unknownFirst.add((int) rows + row);
            }
        }
    }

    /** Refuses unseen categories if the options do. */
    void requireSeen() {
        if (parameters.m_unseen == Unseen.FAIL) {
            novelties.unseen().forEach((column, unseen) -> {
                throw NoveltyTexts.refusal(column, unseen);
            });
        }
    }

    /** The distribution over the segments. */
    SegmentShares shares() {
        return SegmentShares.of(model, customers);
    }

    /** The drift of all columns and of the shares. */
    Drift drift(RunContext run) {
        return drift.result(shares(), SegmentColumn.names(model)::get, run);
    }

    /** Warnings in the order of their weight, some of them "". */
    List<String> warnings(CustomerBlocks blocks) {
        String tooLarge = none == 0
                ? ""
                : NodeTexts.count(none, "row")
                        + " got no segment because a feature has no finite value: a number is too large, or -1 or less"
                        + " where its logarithm is taken. Correct the number.";
        String allNoise = model.labels().segments() > 0
                ? ""
                : "The model has no segment, so every customer is noise: connect a segmentation that has segments.";
        SegmentShares shares = shares();
        return List.of(
                allNoise,
                leftOut(blocks),
                NoveltyTexts.empty(novelties),
                NoveltyTexts.unread(novelties),
                NoveltyTexts.unseen(novelties, parameters.m_unseen),
                NoveltyTexts.outOfRange(novelties, parameters.m_outOfRange),
                tooLarge,
                shares.index() >= SegmentShares.LARGE && shares.index() > shares.criticalValue()
                        ? shares.inWords()
                        : "",
                blocks.warning());
    }

    private String leftOut(CustomerBlocks blocks) {
        String missing = NodeTexts.leftOut(
                leftOut,
                rows,
                "a number is missing",
                "Fill missing numbers first, or prepare with the median instead of leaving rows out.");
        String nothing = NodeTexts.nothingKnown(
                new PreparedRows.Unknown(unknown, unknownFirst), rows, "Fill their values first.");
        return (blocks.leftOut() + missing + " " + nothing).trim();
    }

    /** Counts the customers that get another segment than in training, if these are the training customers. */
    String moved() {
        Labels labels = model.labels();
        boolean training = labels.size() == assigned && model.fingerprint() == fingerprint.value();
        long moved = training ? labels.size() - unchanged : 0;
        if (moved == 0) {
            return "";
        }
        String reason = "";
        if (model.clusters() instanceof TreeModel) {
            reason = ": a tree does not define segments of new customers, who are assigned to the nearest segment mean";
        } else if (model.clusters() instanceof CentroidModel) {
            reason = ": they are equally near to another centroid, or k-means stopped at its limit of iterations";
        }
        return "These are the training customers of the segmentation, and " + Numbers.count(moved) + " of "
                + Numbers.count(labels.size()) + " got another segment than in training" + reason + ".";
    }
}
