/** What the nodes share that measure the stability of models: options of their dialogs, measurement, columns of tables. */
package org.tessera.knime.stability;
