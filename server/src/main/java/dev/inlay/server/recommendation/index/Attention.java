package dev.inlay.server.recommendation.index;

/**
 * How much a product is viewed.
 *
 * @param lately its views, each counting half as much after a day
 * @param usual what that would be at its pace of the last weeks
 */
public record Attention(double lately, double usual) {
    /** How many views more or less than usual mean nothing: chance alone makes as many. */
    public double noise() {
        return Math.sqrt(usual + 1);
    }

    /** How much more than usual that is, measured by what chance makes; few views are never much. */
    public double excess() {
        return (lately - usual) / noise();
    }
}
