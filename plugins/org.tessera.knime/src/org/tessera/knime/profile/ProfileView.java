package org.tessera.knime.profile;

import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.tessera.engine.profile.Profile;
import org.tessera.knime.kit.EngineRun;
import org.tessera.knime.view.web.ColumnDistribution;
import org.tessera.knime.view.web.StoredView;
import org.tessera.knime.view.web.Subject;
import org.tessera.knime.view.web.ViewPart;
import org.tessera.knime.view.web.ViewSettings;
import org.tessera.knime.view.web.ViewSummary;

/** What the view of the Segment Profiler shows. */
final class ProfileView {

    static final String DESCRIPTION =
            "A card per segment with size, description and rule, the profile in the units of the columns, and the"
                    + " distribution of any column in each segment. Clicking a card highlights its segment in every chart.";

    static final ViewSettings SETTINGS = ViewSettings.of(ViewPart.PROFILE, ViewPart.DISTRIBUTIONS, ViewPart.SIZES);

    private ProfileView() {}

    static PortObject[] of(Subject subject, Profile profile, List<DataColumnSpec> columns, ExecutionContext exec)
            throws CanceledExecutionException, KNIMEException {
        return EngineRun.call(
                exec,
                0,
                run -> StoredView.write(
                        ViewSummary.of(subject, profile),
                        ColumnDistribution.all(subject, profile, run),
                        columns,
                        exec));
    }
}
