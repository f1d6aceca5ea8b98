"""``python -m pyojeong`` is the command ``pyojeong``."""

from pyojeong.interfaces.cli import main

if __name__ == "__main__":
    main()
