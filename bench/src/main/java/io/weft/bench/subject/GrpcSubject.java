package io.weft.bench.subject;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import io.vertx.core.Completable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weft.bench.subject.GrpcEcho.Text;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * grpc-java with async stubs, one channel, plaintext. Callbacks run on the Netty threads of both
 * sides ({@code directExecutor}), as they do on Vert.x' event loops. With its own thread pool, the
 * default, it needs about five times the CPU time on two cores; so this favours the peer.
 */
final class GrpcSubject implements Subject {
  private final MethodDescriptor<Text, Text> echo = GrpcEcho.method("Echo", MethodType.UNARY);
  private final MethodDescriptor<Text, Text> stream =
      GrpcEcho.method("Stream", MethodType.SERVER_STREAMING);

  @Override
  public String name() {
    return "grpc-java";
  }

  @Override
  public boolean streams() {
    return true;
  }

  @Override
  public Server serve() throws Exception {
    ServerServiceDefinition service =
        ServerServiceDefinition.builder(GrpcEcho.SERVICE)
            .addMethod(
                echo,
                ServerCalls.asyncUnaryCall(
                    (request, replies) -> {
                      replies.onNext(request);
                      replies.onCompleted();
                    }))
            .addMethod(stream, ServerCalls.asyncServerStreamingCall(GrpcSubject::produce))
            .build();
    io.grpc.Server server =
        NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
            .directExecutor()
            .addService(service)
            .build()
            .start();
    return new Server(server.getPort());
  }

  private static void produce(Text request, StreamObserver<Text> replies) {
    String[] words = request.text().split(" ");
    int[] left = {Integer.parseInt(words[0])};
    Text item = new Text("x".repeat(Integer.parseInt(words[1])));
    ServerCallStreamObserver<Text> out = (ServerCallStreamObserver<Text>) replies;
    out.setOnReadyHandler(
        () -> {
          while (left[0] > 0 && out.isReady()) {
            out.onNext(item);
            if (--left[0] == 0) {
              out.onCompleted();
            }
          }
        });
  }

  @Override
  public Client connect(String address) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress("127.0.0.1", Integer.parseInt(address))
            .usePlaintext()
            .directExecutor()
            .build();
    return new Caller(channel, echo, stream);
  }

  private record Caller(
      ManagedChannel channel,
      MethodDescriptor<Text, Text> echo,
      MethodDescriptor<Text, Text> stream)
      implements Client {
    @Override
    public Unary<?> unary(int bytes) {
      return new Request(channel, echo, "x".repeat(bytes));
    }

    @Override
    public Future<Long> stream(int count, int bytes) {
      ItemCount items = new ItemCount(bytes);
      ClientCalls.asyncServerStreamingCall(
          channel.newCall(stream, CallOptions.DEFAULT), new Text(count + " " + bytes), items);
      return items.done.future();
    }
  }

  private record Request(ManagedChannel channel, MethodDescriptor<Text, Text> echo, String text)
      implements Unary<Text> {
    @Override
    public void call(Completable<? super Text> done) {
      ClientCalls.asyncUnaryCall(
          channel.newCall(echo, CallOptions.DEFAULT), new Text(text), new OneReply(done));
    }

    @Override
    public int size(Text reply) {
      return reply.text().length();
    }
  }

  private static final class OneReply implements StreamObserver<Text> {
    private final Completable<? super Text> done;
    private @Nullable Text reply;

    OneReply(Completable<? super Text> done) {
      this.done = done;
    }

    @Override
    public void onNext(Text value) {
      reply = value;
    }

    @Override
    public void onError(Throwable failure) {
      done.fail(failure);
    }

    @Override
    public void onCompleted() {
      if (reply == null) {
        done.fail("no reply");
      } else {
        done.succeed(reply);
      }
    }
  }

  private static final class ItemCount implements StreamObserver<Text> {
    private final Promise<Long> done = Promise.promise();
    private final int bytes;
    private long items;

    ItemCount(int bytes) {
      this.bytes = bytes;
    }

    @Override
    public void onNext(Text value) {
      if (value.text().length() == bytes) {
        items++;
      }
    }

    @Override
    public void onError(Throwable failure) {
      done.tryFail(failure);
    }

    @Override
    public void onCompleted() {
      done.tryComplete(items);
    }
  }
}
