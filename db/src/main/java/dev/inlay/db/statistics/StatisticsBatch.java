package dev.inlay.db.statistics;

import java.util.List;

/**
 * What one writer has counted for one website and stores at once.
 *
 * @param writer 32 hex characters that no other process uses
 * @param number greater than that of the writer's earlier batches; the same batch is counted once
 * @param suspects clicks of this or an earlier batch that turned out to be {@link RequestClass#SUSPECT}
 */
public record StatisticsBatch(int websiteId, String writer, long number, List<PictureCount> pictures,
        List<FindingCount> findings, List<Click> clicks, List<Click.Key> suspects) {
    public StatisticsBatch {
        pictures = List.copyOf(pictures);
        findings = List.copyOf(findings);
        clicks = List.copyOf(clicks);
        suspects = List.copyOf(suspects);
    }
}
