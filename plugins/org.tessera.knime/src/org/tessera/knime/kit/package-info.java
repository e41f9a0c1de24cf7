/** What the nodes share: tables to matrices and back, messages, parameters and the node declaration. */
package org.tessera.knime.kit;
