import CWhisper
import Kernel

func version() -> String { String(cString: whisper_version()) }
