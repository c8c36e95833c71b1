/** What a user's jar holds, in the integration tests. */
package io.weft.node.userjar;
