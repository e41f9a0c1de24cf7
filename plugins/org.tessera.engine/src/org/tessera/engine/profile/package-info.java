/** What distinguishes a segment: statistics per column against all customers, effect sizes and sentences. */
package org.tessera.engine.profile;
