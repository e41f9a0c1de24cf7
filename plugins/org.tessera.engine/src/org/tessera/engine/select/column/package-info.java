/** Whether segments say no more than one column of the customers, or two columns crossed. */
package org.tessera.engine.select.column;
