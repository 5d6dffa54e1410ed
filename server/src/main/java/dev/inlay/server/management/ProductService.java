package dev.inlay.server.management;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.inlay.db.catalogue.CatalogueStore;
import dev.inlay.db.catalogue.Product;
import dev.inlay.db.website.Scope;
import dev.inlay.db.website.Website;
import dev.inlay.server.feeds.ProductJson;
import dev.inlay.server.http.Access;
import dev.inlay.server.http.Answer;
import dev.inlay.server.http.Body;
import dev.inlay.server.http.HttpProblem;
import dev.inlay.server.http.Json;
import dev.inlay.server.http.MergePatch;
import dev.inlay.server.http.Page;
import dev.inlay.server.http.ProductPath;
import dev.inlay.server.http.Routes;
import io.helidon.http.Status;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/**
 * Single products of a website, under {@code /api/websites/{websiteUuid}/products}. A change shows to the next request.
 *
 * <p>Lists come by product number in pages of {@code ?pageSize=} (default 100, at most 1,000), {@code ?page=} from 1.
 */
public final class ProductService implements HttpService {
    private final CatalogueStore catalogues;
    private final Access access;
    private final Runnable catalogueChanged;

    /** {@code catalogueChanged} runs after every change that may bring a new photo. */
    public ProductService(CatalogueStore catalogues, Access access, Runnable catalogueChanged) {
        this.catalogues = catalogues;
        this.access = access;
        this.catalogueChanged = catalogueChanged;
    }

    @Override
    public void routing(HttpRules rules) {
        rules.post("/{websiteUuid}/products", this::create)
                .get("/{websiteUuid}/products", this::list)
                .any("/{websiteUuid}/products", Routes.methodNotAllowed("GET, POST"))
                .get("/{websiteUuid}/products/{+productNumber}", ofOne(this::show))
                .patch("/{websiteUuid}/products/{+productNumber}", ofOne(this::change))
                .delete("/{websiteUuid}/products/{+productNumber}", ofOne(this::remove))
                .any("/{websiteUuid}/products/{+productNumber}",
                        ofOne(Routes.methodNotAllowed("GET, PATCH, DELETE")));
    }

    private void create(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        Product product = ProductJson.parse(ProductDocument.attributes(Body.object(request)));
        boolean isNew = catalogues.put(website.id(), product);
        catalogueChanged.run();
        Answer.json(response, isNew ? Status.CREATED_201 : Status.OK_200, ProductDocument.one(product));
    }

    private void list(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Page page = Page.from(request);
        List<Product> products = catalogues.catalogue(website.id()).products();
        ObjectNode answer = Json.object();
        ArrayNode data = answer.putArray("data");
        page.of(products).stream().map(ProductDocument::data).forEach(data::add);
        answer.putObject("meta").put("total", products.size()).put("page", page.number()).put("pageSize", page.size());
        Answer.json(response, Status.OK_200, answer);
    }

    private void show(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.READ);
        Answer.json(response, Status.OK_200, ProductDocument.one(find(website, ProductPath.number(request))));
    }

    private void change(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        ObjectNode patch = ProductDocument.attributes(Body.object(request));
        Product changed = catalogues.update(website.id(), ProductPath.number(request), old -> changed(old, patch))
                .orElseThrow(() -> HttpProblem.notFound("no such product"));
        catalogueChanged.run();
        Answer.json(response, Status.OK_200, ProductDocument.one(changed));
    }

    private static Product changed(Product old, ObjectNode patch) {
        return ProductDocument.sameNumber(old, ProductJson.parse(MergePatch.apply(ProductJson.write(old), patch)));
    }

    private void remove(ServerRequest request, ServerResponse response) {
        Website website = access.website(request, Scope.INGEST);
        if (!catalogues.remove(website.id(), ProductPath.number(request))) {
            throw HttpProblem.notFound("no such product");
        }
        catalogueChanged.run();
        Answer.noContent(response);
    }

    private Product find(Website website, String productNumber) {
        return catalogues.catalogue(website.id()).find(productNumber)
                .orElseThrow(() -> HttpProblem.notFound("no such product"));
    }

    /** Lets paths below a product pass: others serve them. */
    private static Handler ofOne(Handler handler) {
        return (request, response) -> {
            if (ProductPath.isProduct(request)) {
                handler.handle(request, response);
            } else {
                response.next();
            }
        };
    }
}
