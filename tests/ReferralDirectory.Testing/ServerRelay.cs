using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace ReferralDirectory.Testing;

/// <summary>Stands between a site and its database server, so that a test can stop the one for the other: others go on with it.</summary>
public sealed class ServerRelay : IDisposable
{
    private readonly ConcurrentBag<Socket> sockets = [];
    private readonly string host;
    private readonly int port;
    private Socket listener;
    private int accepted;
    private volatile TaskCompletionSource? frozen;

    /// <param name="host">The server.</param>
    /// <param name="port">Its port.</param>
    public ServerRelay(string host, int port)
    {
        (this.host, this.port) = (host, port);
        listener = Listen(0);
    }

    /// <summary>Where the site finds it.</summary>
    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    /// <summary>Connections so far.</summary>
    public int Accepted => Volatile.Read(ref accepted);

    /// <summary>From now on everything is taken and nothing answered.</summary>
    public void Freeze() => frozen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Goes on, with what was taken meanwhile as well.</summary>
    public void Thaw()
    {
        var waiting = frozen;
        frozen = null;
        waiting?.SetResult();
    }

    /// <summary>As when the server is stopped: nothing is connected, and nothing can be.</summary>
    public void Stop()
    {
        listener.Dispose();
        while (sockets.TryTake(out var socket))
        {
            socket.Dispose();
        }
    }

    /// <summary>As when it is started again.</summary>
    /// <param name="samePort">Where it was.</param>
    public void StartAgain(int samePort) => listener = Listen(samePort);

    /// <inheritdoc/>
    public void Dispose()
    {
        Thaw();
        Stop();
    }

    private Socket Listen(int onPort)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, onPort));
        socket.Listen();
        _ = AcceptAsync(socket);
        return socket;
    }

    private async Task AcceptAsync(Socket from)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptAsync();
                Interlocked.Increment(ref accepted);
                sockets.Add(client);
                _ = ServeAsync(client);
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(Socket client)
    {
        var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        sockets.Add(server);
        try
        {
            await WaitAsync();
            await server.ConnectAsync(host, port);
            await Task.WhenAny(PassAsync(client, server), PassAsync(server, client));
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
        }
        finally
        {
            client.Dispose();
            server.Dispose();
        }
    }

    private async Task PassAsync(Socket from, Socket to)
    {
        var bytes = new byte[8192];
        while (await from.ReceiveAsync(bytes) is > 0 and var count)
        {
            await WaitAsync();
            await to.SendAsync(bytes.AsMemory(0, count));
        }
    }

    private Task WaitAsync() => frozen?.Task ?? Task.CompletedTask;
}
