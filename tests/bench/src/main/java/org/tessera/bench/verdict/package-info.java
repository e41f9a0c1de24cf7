/** How often the verdict on natural segments is right: writes docs/verdict.md. */
package org.tessera.bench.verdict;
