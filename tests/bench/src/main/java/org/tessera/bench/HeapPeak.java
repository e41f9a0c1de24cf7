package org.tessera.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * Bytes of the heap in use at most, beyond those after a collection at the start. An upper bound of what a task needs:
 * garbage counts until it is collected, so the JVM is given a small nursery and collects before it grows
 * ({@link Child#FRUGAL}).
 */
final class HeapPeak {

    private final List<MemoryPoolMXBean> pools;
    private final long before;

    private HeapPeak() {
        pools = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        before = pools.stream().mapToLong(pool -> pool.getUsage().getUsed()).sum();
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    static HeapPeak start() {
        return new HeapPeak();
    }

    double bytes() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() - (double) before;
    }
}
