"""The page 얼굴 읽기: what a photo or the webcam shows of feelings, and what the person says to that."""
