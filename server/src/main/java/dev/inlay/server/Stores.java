package dev.inlay.server;

import dev.inlay.db.Database;
import dev.inlay.db.Secret;
import dev.inlay.db.activity.ActivityExport;
import dev.inlay.db.activity.ActivityImport;
import dev.inlay.db.activity.ActivityStore;
import dev.inlay.db.activity.CountedOrders;
import dev.inlay.db.activity.OrderStore;
import dev.inlay.db.activity.ProductNames;
import dev.inlay.db.campaign.AssignmentStore;
import dev.inlay.db.campaign.CampaignStore;
import dev.inlay.db.campaign.LockHistory;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.consent.ConsentStore;
import dev.inlay.db.feed.FeedStore;
import dev.inlay.db.identity.IdentityStore;
import dev.inlay.db.identity.PeopleRevision;
import dev.inlay.db.identity.PersonalData;
import dev.inlay.db.people.ForgottenPeople;
import dev.inlay.db.people.PersonExport;
import dev.inlay.db.retention.RetentionStore;
import dev.inlay.db.statistics.AttributionStore;
import dev.inlay.db.statistics.StatisticsStore;
import dev.inlay.db.token.RecipientTokens;
import dev.inlay.db.token.TokenKeyStore;
import dev.inlay.db.website.WebsiteStore;

/** All that a node remembers, over its one database. */
final class Stores implements AutoCloseable {
    final Database database;
    final PersonalData personalData;
    final WebsiteStore websites;
    final IdentityStore identities;
    final ActivityStore activities;
    final ActivityImport imports;
    final ActivityExport exports;
    final CatalogueStore catalogues;
    final FeedStore feeds;
    final CampaignStore campaigns;
    final PeopleRevision people;
    final AssignmentStore assignments;
    final LockHistory locks;
    final ConsentStore consents;
    final StatisticsStore statistics;
    final CountedOrders orders;
    final OrderStore orderStore;
    final AttributionStore attributions;
    final RetentionStore retention;
    final TokenKeyStore tokenKeys;
    final RecipientTokens tokens;

    Stores(Database database, Secret secret) {
        this.database = database;
        personalData = new PersonalData(secret);
        websites = new WebsiteStore(database, secret);
        identities = new IdentityStore(database);
        CatalogueStore products = new CatalogueStore(database);
        ProductNames names = (websiteId, product) -> products.catalogue(websiteId).match(product)
                .map(Product::productNumber).or(product::productNumber);
        catalogues = products;
        activities = new ActivityStore(database, identities, names);
        imports = new ActivityImport(database);
        exports = new ActivityExport(database);
        feeds = new FeedStore(database, secret);
        campaigns = new CampaignStore(database);
        people = new PeopleRevision(database);
        assignments = new AssignmentStore(database);
        locks = new LockHistory(database);
        consents = new ConsentStore(database, identities, people, personalData);
        statistics = new StatisticsStore(database);
        orders = new CountedOrders(database);
        ForgottenPeople forgotten = new ForgottenPeople(database, personalData);
        orderStore = new OrderStore(database, identities, names, (handle, websiteId, order) ->
                forgotten.isForgotten(handle, websiteId, order.customer(), order.email(), order.date()));
        attributions = new AttributionStore(database);
        retention = new RetentionStore(database);
        tokenKeys = new TokenKeyStore(database);
        tokens = new RecipientTokens(secret, tokenKeys);
    }

    /** Where the data of people lies. */
    PersonExport.Stores ofPeople() {
        return new PersonExport.Stores(database, identities, activities, locks, consents);
    }

    /** What the database is, for the operator. */
    String kind() {
        return database.isShared() ? "PostgreSQL" : "embedded (H2)";
    }

    @Override
    public void close() {
        feeds.close();
        tokenKeys.close();
        people.close();
        campaigns.close();
        catalogues.close();
        websites.close();
        database.close();
    }
}
