package org.branchline.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Pages for one test, as somebody opens them who was never here; all tests share one browser. */
final class Browsing implements BeforeEachCallback, AfterEachCallback {

    private static final ExtensionContext.Namespace SHARED = ExtensionContext.Namespace.create(Browsing.class);

    private Chromium chromium;
    private BrowserContext context;

    @Override
    public void beforeEach(ExtensionContext test) {
        chromium = test.getRoot().getStore(SHARED).computeIfAbsent(Chromium.class);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (context != null) {
            context.close();
        }
    }

    /** The first page of the test. */
    Page page(int width, int height) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("en-GB")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setDeviceScaleFactor(width < 500 ? 2 : 1));
        return context.newPage();
    }
}
