import Batch
import SystemBridge
import Workers

WorkerMain.serveIfAsked(CommandLine.arguments.dropFirst()) { role -> any WorkerService in
    role == .unpacking ? UnpackingService() as any WorkerService : ReadingService()
}
Process.ignoreClosedPipes()
Process.exit(Entry.run(Array(CommandLine.arguments.dropFirst())).rawValue)
