/** Speed and memory beside other implementations, growth, micro benchmarks, and synthetic bank customers of any size. */
package org.tessera.bench;
