package org.tessera.engine.choose.verdict;

import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.data.Numbers;

/** A verdict in words. */
final class VerdictWords {

    private VerdictWords() {}

    static String of(Verdict verdict) {
        return judgement(verdict) + split(verdict) + basis(verdict.basis());
    }

    private static String judgement(Verdict verdict) {
        return switch (verdict.kind()) {
            case NATURAL ->
                "There is evidence of " + verdict.segments().orElse(2)
                        + " natural segments: few customers are between them, fewer than the columns' distributions and"
                        + " correlations explain.";
            case REPRODUCIBLE ->
                "There is no evidence of natural segments: customers are not spread as the columns'"
                        + " distributions and correlations alone explain, but there are no gaps between segments, so that"
                        + " any number of segments is a choice. Choose it by stability and use.";
            case CONTINUUM ->
                "There is no evidence of natural segments: the columns' distributions and correlations"
                        + " explain how customers are spread, and any number of segments is a choice.";
            case UNDECIDED ->
                "There are too few different customers to tell whether there are natural segments: "
                        + Judge.MIN_DISTINCT + " or more are needed.";
        };
    }

    private static String split(Verdict verdict) {
        List<String> split = verdict.dips().stream()
                .filter(ColumnDip::isSplit)
                .map(dip -> "'" + dip.column() + "'")
                .toList();
        return split.isEmpty()
                ? ""
                : " By itself, " + String.join(", ", split) + (split.size() == 1 ? " divides" : " divide")
                        + " customers into high and low.";
    }

    private static String basis(Verdict.Basis basis) {
        String sample = basis.sampled() < basis.rows()
                ? " Judged by a sample of " + Numbers.count(basis.sampled()) + " of " + Numbers.count(basis.rows())
                        + " customers."
                : "";
        String aside = basis.aside() > 0
                ? " Set aside: " + Numbers.count(basis.aside(), "customer") + " with extreme values."
                : "";
        String foretold = basis.foretold().isEmpty()
                ? ""
                : " Left out, as other columns foretell them: "
                        + basis.foretold().stream().map(c -> "'" + c + "'").collect(Collectors.joining(", ")) + ".";
        return sample + aside + foretold;
    }
}
