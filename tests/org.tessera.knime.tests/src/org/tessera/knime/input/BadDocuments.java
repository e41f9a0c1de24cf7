package org.tessera.knime.input;

import static org.tessera.knime.input.Tables.allNoise;
import static org.tessera.knime.input.Tables.kMeans;

import java.util.stream.Stream;
import org.knime.core.node.port.PortObject;
import org.tessera.knime.cluster.DbscanNodeFactory;
import org.tessera.knime.cluster.GaussianMixtureNodeFactory;
import org.tessera.knime.cluster.KMeansNodeFactory;
import org.tessera.knime.kit.Customers;
import org.tessera.knime.kit.NodeRun;
import org.tessera.knime.kit.SmallTable;
import org.tessera.knime.pmml.PmmlNodeFactory;
import org.tessera.knime.prep.PreprocessorNodeFactory;

/** Models that PMML cannot express, and files that cannot be written. */
final class BadDocuments {

    private BadDocuments() {}

    private static BadInput pmml(String input, BadInput.Inputs inputs) {
        return BadInput.of(PmmlNodeFactory.class, input, inputs);
    }

    private static BadInput texts(String input, Object... texts) {
        return pmml(input, () -> {
            NodeRun prepared =
                    NodeRun.of(new PreprocessorNodeFactory()).run(Tables.column(SmallTable.text("Spent"), texts));
            return new PortObject[] {
                NodeRun.of(KMeansNodeFactory.class, s -> s.addInt("numberOfSegments", 2))
                        .run(prepared.table(0), prepared.object(1))
                        .object(1)
            };
        });
    }

    static Stream<BadInput> all() {
        return Stream.of(
                pmml("a Gaussian mixture", () -> new PortObject[] {
                    NodeRun.of(GaussianMixtureNodeFactory.class, s -> Tables.segments(s, 2))
                            .run(Customers.twoGroups(), null)
                            .object(1)
                }),
                pmml("segments of DBSCAN", () -> new PortObject[] {
                    NodeRun.of(new DbscanNodeFactory())
                            .run(Customers.twoGroups(), null)
                            .object(1)
                }),
                pmml("no segment", () -> new PortObject[] {allNoise().object(1)}),
                texts("amounts read from texts", "1.50 EUR", "2.75 EUR", "310.20 EUR", "299.99 EUR"),
                texts("a control character in a category", "a\u0001", "a\u0001", "b", "b"),
                pmml("a relative path", () -> new PortObject[] {
                            kMeans(Customers.twoGroups(), 2).object(1)
                        })
                        .with(s -> {
                            s.addString("file", "segments.pmml");
                            s.addBoolean("file_is_present", true);
                        }));
    }
}
