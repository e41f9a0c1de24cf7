package org.tessera.workbench.tests.ui;

import org.knime.node.parameters.layout.Section;

/** A section that no other class encloses. */
@Section(title = "Elsewhere")
interface ElsewhereSection {}
