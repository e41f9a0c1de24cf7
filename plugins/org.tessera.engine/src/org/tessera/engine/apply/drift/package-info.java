/** Whether new customers are like those of training: per column and in the shares of the segments. */
package org.tessera.engine.apply.drift;
