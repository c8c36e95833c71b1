/** Tests. */
package io.weft.junit5;
