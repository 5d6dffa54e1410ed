package dev.inlay.server.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.inlay.server.demo.Visitor.Browser;
import dev.inlay.server.demo.Visitor.Step;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VisitorsTest {
    private final List<Visitor> visitors = Visitors.of(Assortment.bundled());

    @Test
    void areTheSameInEveryDemo() {
        assertEquals(visitors, Visitors.of(Assortment.bundled()));
    }

    @Test
    void areFiftyOfManyKinds() {
        assertThat(visitors).hasSize(50)
                .anyMatch(visitor -> visitor.email().isPresent() && visitor.customerId().isPresent())
                .anyMatch(visitor -> visitor.email().isPresent() && visitor.customerId().isEmpty())
                .anyMatch(visitor -> visitor.email().isEmpty() && visitor.customerId().isPresent())
                .anyMatch(visitor -> visitor.recipient("nobody").isEmpty())
                .anyMatch(visitor -> visitor.browsers().size() == 2);
    }

    @Test
    void everyBrowserHasAnIdThatTheTrackingApiTakes() {
        List<String> ids = visitors.stream().flatMap(visitor -> visitor.browsers().stream())
                .map(Browser::trackingUserId).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{24}"));
    }

    @Test
    void ordersAreNumberedOnceAndHoldOnlyWhatIsInStock() {
        List<Step.Order> orders = visitors.stream().flatMap(visitor -> visitor.browsers().stream())
                .flatMap(browser -> browser.steps().stream()).filter(Step.Order.class::isInstance)
                .map(Step.Order.class::cast).toList();

        assertThat(orders).hasSizeGreaterThan(8).extracting(Step.Order::orderNumber).doesNotHaveDuplicates();
        assertThat(orders).flatExtracting(Step.Order::articles).allMatch(article -> article.inStock());
    }

    @Test
    void nearlyEverythingWasLookedAt() {
        Set<String> seen = visitors.stream().flatMap(visitor -> visitor.browsers().stream())
                .flatMap(browser -> browser.steps().stream()).filter(Step.View.class::isInstance)
                .map(step -> ((Step.View) step).article().name()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(seen).hasSizeGreaterThan(24);
    }
}
