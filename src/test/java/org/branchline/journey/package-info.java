/** The whole way, as people go it: from a link in the chat to answers in Postgres. */
package org.branchline.journey;
