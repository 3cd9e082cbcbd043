package org.branchline.sandbox.botapi;

import org.branchline.sandbox.updates.Polling;
import org.branchline.sandbox.updates.WebhookDelivery;

/** One bot's way of receiving, its pace and its Stars, and the last trouble with its webhook. */
final class Line {

    final Polling polling;
    final WebhookDelivery webhook;
    final Purse purse = new Purse();
    final Pace pace = new Pace(purse);
    long lastErrorAt;
    String lastError = "";

    Line(Polling polling, WebhookDelivery webhook) {
        this.polling = polling;
        this.webhook = webhook;
    }
}
