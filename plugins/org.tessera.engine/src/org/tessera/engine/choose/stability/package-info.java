/** Whether an algorithm finds the same segments again in parts of the customers, beside what it reaches without segments. */
package org.tessera.engine.choose.stability;
