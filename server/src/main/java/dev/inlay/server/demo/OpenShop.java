package dev.inlay.server.demo;

import java.util.Map;

/** The demo's shop as the node knows it: its website, and the campaign of each mailing. */
record OpenShop(String websiteUuid, Map<Mailing, String> campaigns) {
    OpenShop {
        campaigns = Map.copyOf(campaigns);
    }

    /** A path of the management API. */
    String api(String path) {
        return "/api/websites/" + websiteUuid + "/" + path;
    }

    /** A path of the management API about the campaign of {@code mailing}. */
    String api(Mailing mailing, String path) {
        return api("campaigns/" + campaigns.get(mailing) + "/" + path);
    }
}
