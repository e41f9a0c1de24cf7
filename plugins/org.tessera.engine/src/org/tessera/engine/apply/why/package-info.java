/** Why a customer is in a segment rather than in the runner-up: contributions of the customer's own columns, and sentences. */
package org.tessera.engine.apply.why;
