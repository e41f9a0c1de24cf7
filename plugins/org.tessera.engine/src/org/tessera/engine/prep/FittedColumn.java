package org.tessera.engine.prep;

import java.util.List;

/** What was fitted to one column, and the features of it. */
record FittedColumn(ColumnPreparation preparation, List<Feature> features) {}
