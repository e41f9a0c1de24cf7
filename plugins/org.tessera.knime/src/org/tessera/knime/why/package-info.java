/** Why a customer is in a segment, as nodes append it to their tables. */
package org.tessera.knime.why;
