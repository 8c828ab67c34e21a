import SystemBridge
import Workers

WorkerMain.serveIfAsked(CommandLine.arguments.dropFirst()) { _ in ReadingService() }
Process.ignoreClosedPipes()
Process.exit(Entry.run(Array(CommandLine.arguments.dropFirst())).rawValue)
